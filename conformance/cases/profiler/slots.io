# The profiler's slots answer without measuring anything.
writeln(Profiler type, " ", Profiler timedObjects type)
