# Profiling slots exist.
b := block(1)
writeln(b profilerTime type, " ", b setProfilerOn(true) == b)
