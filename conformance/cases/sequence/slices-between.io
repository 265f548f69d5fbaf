# slicesBetween collects what stands between pairs of texts.
writeln("<a> x <b>" slicesBetween("<", ">"), "abc" slicesBetween("<", ">"), "<a" slicesBetween("<", ">"))
