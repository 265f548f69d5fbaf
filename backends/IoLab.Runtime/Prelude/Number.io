# What Number does in Io. See Protos/Number/NumberSlots.cs for the table.

Number justSerialized := method(stream, stream write(self asString))
