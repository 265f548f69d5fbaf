# What Sequence does in Io. See Protos/Sequence/SequenceSlots.cs for the table.

Sequence asFile := method(File with(self))

Sequence justSerialized := method(stream, stream write(self asSimpleString))
