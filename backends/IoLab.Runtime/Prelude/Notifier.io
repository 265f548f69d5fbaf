# What Notifier does in Io: an object that passes messages on to its listeners. See Protos/Notifier/NotifierSlots.cs for the table.

Notifier addListener := method(listener,
    if(self `getSlot("listeners") `isNil, self listeners := list)
    self listeners `append(`getSlot("listener"))
    self
)

Notifier removeListener := method(listener,
    if(self `getSlot("listeners") `isNil, return(false))
    self listeners `remove(`getSlot("listener"))
)

Notifier notifyListeners := method(
    if(self `getSlot("listeners") `isNil, return(false))
    notice := call `argAt(0)
    context := call `sender
    self listeners `foreach(listener,
        if(`getSlot("listener") `hasSlot(notice `name), stopStatus(`getSlot("listener") `doMessage(notice, context)))
    )
)
