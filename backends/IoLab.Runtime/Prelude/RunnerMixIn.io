# What RunnerMixIn does in Io: whoever can prepare tests can run them. See Protos/UnitTest/TestCollectorSlots.cs for the table.

RunnerMixIn run := method(TestRunner clone run(self prepare))
