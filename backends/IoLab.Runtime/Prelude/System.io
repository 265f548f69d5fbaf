# What System does in Io. See Protos/SystemProto/SystemSlots.cs for the table.

System ioPath := method(Path with(self installPrefix, "lib/io"))

System userInterruptHandler := method(Coroutine currentCoroutine showStack)
