"""Calendars as phones read them (iCalendar, RFC 5545), written from the programme."""
