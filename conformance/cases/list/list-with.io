# List with, list and clone make lists; the proto itself stays empty.
writeln(List with(1, 2), List with, List clone append(1), List size)
writeln(list type, list proto == List, list isKindOf(List))
