"""The voice of the hall behind one door: words, clips, the machine's voices, what plays them.

Only :mod:`~kiosk.ui.voice.announcer`, :mod:`~kiosk.ui.voice.speaker` and
:mod:`~kiosk.ui.voice.system_voice` know Qt; the command line uses the others.
"""
