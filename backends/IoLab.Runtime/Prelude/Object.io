# What Object does in Io. See Protos/Object/ObjectSlots.cs for the table.

