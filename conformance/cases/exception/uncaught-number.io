# An uncaught exception whose error is a number.
Exception raise(42)
