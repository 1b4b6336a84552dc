"""The screen of the waiting hall: which number is called to which counter, to be read from 8 m."""
