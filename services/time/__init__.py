"""Working time in real cases: calendars, due dates, the watch over them."""
