# What Importer does in Io. See Protos/Importer/ImporterSlots.cs for the table.

Importer turnOff := method(Lobby removeSlot("forward"); self)

Importer turnOn := method(Lobby setSlot("forward", self getSlot("autoImportingForward")); self)
