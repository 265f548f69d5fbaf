# divergence: setAllocsPerSweep, setDebug and showStats change nothing and write nothing; nothing is dirty.
writeln(Collector setAllocsPerSweep(5) allocsPerSweep, " ", Collector setDebug(true) type, " ", Collector showStats type, " ", Collector dirtyObjects type)
