# asEncodedList and fromEncodedList are inverse for numbers, texts and nil.
bytes := list(1, "ab", nil, 2.5) asEncodedList
writeln(bytes size, " ", List fromEncodedList(bytes), " ", list asEncodedList size)
