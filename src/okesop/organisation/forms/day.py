"""How a day is typed."""

from django import forms

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
