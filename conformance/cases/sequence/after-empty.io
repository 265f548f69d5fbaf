# Everything comes after the empty text, but nothing after it in an empty one.
("" afterSeq("")) println
("a" afterSeq("")) println
("abc" asMutable afterSeq("")) println
("" asMutable afterSeq("")) println
("" afterSeq("a")) println
