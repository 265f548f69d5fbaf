# What List does in Io. See Protos/List/ListSlots.cs for the table.

List average := method(self `sum / self `size)
