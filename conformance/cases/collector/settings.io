# Collector: settings are remembered, tools answer something harmless.
writeln(Collector type, " ", Collector marksPerAlloc, " ", Collector setMarksPerAlloc(3) type, " ", Collector marksPerAlloc)
writeln(Collector allocatedStep asString(0, 4), " ", Collector setAllocatedStep(1.5) type, " ", Collector allocatedStep, " ", Collector allocsPerSweep)
writeln(Collector collect type, " ", Collector allObjects type, " ", Collector objectWithUniqueId(5), " ", Collector maxAllocatedBytes type, " ", Collector timeUsed type)
writeln(Collector check type, " ", Collector checkMemory type, " ", Collector checkObjectPointers type, " ", Collector cleanAllObjects type, " ", Collector resetMaxAllocatedBytes type, " ", Collector setSafeModeOn(true) type)
writeln(try(Collector setMarksPerAlloc("a")) error)
