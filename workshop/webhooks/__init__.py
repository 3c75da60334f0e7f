"""Telling other systems that something has happened: signed, tried again, never by the loop that serves."""
