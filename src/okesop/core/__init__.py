"""The framework-free heart: values in, values out. No Django, no database, no network, no clock."""
