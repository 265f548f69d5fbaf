# What Block does in Io. See Protos/Block/BlockSlots.cs for the table.

Block print := method("\n" `writeRaw; `getSlot("self") asString `writeRaw; "\n" `writeRaw; `getSlot("self"))

Block println := method(`getSlot("self") print)
