# Item types and encodings changed at will.
# limits: time 20s, output 10M
# ends: normal, exception, memory

types := list("uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64", "float32", "float64", "number", "utf8", "ucs2", "ucs4", "nonsense")
types foreach(a, types foreach(b,
    s := "some äöü text" asMutable
    try(s setItemType(a)); try(s setEncoding(b)); try(s asString); try(s appendSeq("x")); try(s atPut(2, 1e300)); try(s sum); try(s println)
    try(s convertToItemType(b)); try(s + s); try(s size); try(s asBuffer); try(s split("x")); try(s asNumber); try(s reverseInPlace)
))
