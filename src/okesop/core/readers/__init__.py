"""Readers make steps, performers and symbols of what others wrote."""
