"""Thin hands on what lies outside: the typesetter and the QR maker."""
