# What Object does in Io. See Protos/Object/ObjectSlots.cs for the table.

Object asString := method(self slotSummary)

Object asSimpleString := method(self type .. "_" .. self uniqueHexId)
