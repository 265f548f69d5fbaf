# Profiler and Debugger have the slots of the reference's tools.
writeln(Profiler type, " ", Profiler start type, " ", Profiler stop type, " ", Profiler reset type, " ", Profiler timedObjects type)
writeln(Profiler show)
writeln(Profiler profile(1 + 1))
writeln(Debugger type, " ", Debugger debuggerCoroutine type)
