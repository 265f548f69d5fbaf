# asDecodedList reads what asEncodedList of a list wrote: kind, encoding, item type, data.
bytes := Sequence clone append(1, 4, 8, 0, 0, 128, 63, 2, 0, 0, 2, 0, 0, 0, 97, 98, 0, 0, 0)
bytes asDecodedList println
"" asDecodedList println
Sequence clone append(1) asDecodedList println
writeln(try("abc" asDecodedList) error)
