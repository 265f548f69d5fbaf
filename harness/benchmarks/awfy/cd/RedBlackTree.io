# A map over a red-black tree. Keys answer compareTo.

TreeNode := Object clone do(
    key := nil
    value := nil
    left := nil
    right := nil
    parent := nil
    color := "red"

    with := method(aKey, aValue,
        node := self clone
        node key = aKey
        node value = aValue
        node
    )

    minimum := method(
        node := self
        while(node left, node = node left)
        node
    )

    successor := method(
        if(right, return right minimum)
        node := self
        above := parent
        while(above and node == above right,
            node = above
            above = above parent
        )
        above
    )
)

TreeEntry := Object clone do(
    key := nil
    value := nil

    with := method(aKey, aValue,
        entry := self clone
        entry key = aKey
        entry value = aValue
        entry
    )
)

InsertResult := Object clone do(
    isNewEntry := false
    newNode := nil
    oldValue := nil

    ofNewNode := method(node,
        result := self clone
        result isNewEntry = true
        result newNode = node
        result
    )

    ofOldValue := method(value,
        result := self clone
        result oldValue = value
        result
    )
)

RedBlackTree := Object clone do(
    root := nil

    # The key's former value, or nil.
    put := method(key, value,
        insertion := insert(key, value)
        if(insertion isNewEntry not, return insertion oldValue)
        x := insertion newNode
        while(x != root and x parent color == "red",
            if(x parent == x parent parent left,
                y := x parent parent right
                if(y isNil not and y color == "red",
                    x = recolored(x, y)
                ,
                    if(x == x parent right,
                        x = x parent
                        leftRotate(x)
                    )
                    x parent color = "black"
                    x parent parent color = "red"
                    rightRotate(x parent parent)
                )
            ,
                y := x parent parent left
                if(y isNil not and y color == "red",
                    x = recolored(x, y)
                ,
                    if(x == x parent left,
                        x = x parent
                        rightRotate(x)
                    )
                    x parent color = "black"
                    x parent parent color = "red"
                    leftRotate(x parent parent)
                )
            )
        )
        root color = "black"
        nil
    )

    # The node's parent and its uncle become black, its grandparent red; the grandparent is the next to look at.
    recolored := method(node, uncle,
        node parent color = "black"
        uncle color = "black"
        node parent parent color = "red"
        node parent parent
    )

    # The value that the key had, or nil.
    remove := method(key,
        z := findNode(key)
        if(z isNil, return nil)

        # y is unlinked, x takes its place.
        y := if(z left isNil or z right isNil, z, z successor)
        x := if(y left, y left, y right)
        xParent := y parent
        if(x, x parent = xParent)
        if(xParent isNil,
            root = x
        ,
            if(y == xParent left, xParent left = x, xParent right = x)
        )

        if(y != z,
            if(y color == "black", removeFixup(x, xParent))
            y parent = z parent
            y color = z color
            y left = z left
            y right = z right
            if(z left, z left parent = y)
            if(z right, z right parent = y)
            if(z parent,
                if(z parent left == z, z parent left = y, z parent right = y)
            ,
                root = y
            )
        ,
            if(y color == "black", removeFixup(x, xParent))
        )
        z value
    )

    get := method(key,
        node := findNode(key)
        if(node isNil, nil, node value)
    )

    forEach := method(aBlock,
        if(root isNil, return self)
        node := root minimum
        while(node,
            aBlock call(TreeEntry with(node key, node value))
            node = node successor
        )
        self
    )

    findNode := method(key,
        node := root
        while(node,
            order := key compareTo(node key)
            if(order == 0, return node)
            node = if(order < 0, node left, node right)
        )
        nil
    )

    insert := method(key, value,
        y := nil
        x := root
        while(x,
            y = x
            order := key compareTo(x key)
            if(order < 0,
                x = x left
            ,
                if(order > 0,
                    x = x right
                ,
                    oldValue := x value
                    x value = value
                    return InsertResult ofOldValue(oldValue)
                )
            )
        )

        z := TreeNode with(key, value)
        z parent = y
        if(y isNil,
            root = z
        ,
            if(key compareTo(y key) < 0, y left = z, y right = z)
        )
        InsertResult ofNewNode(z)
    )

    leftRotate := method(x,
        y := x right
        x right = y left
        if(y left, y left parent = x)
        replaceChild(x, y)
        y left = x
        x parent = y
        y
    )

    rightRotate := method(y,
        x := y left
        y left = x right
        if(x right, x right parent = y)
        replaceChild(y, x)
        x right = y
        y parent = x
        x
    )

    # The parent of a node, or the tree, gets another node in its place.
    replaceChild := method(old, new,
        new parent = old parent
        if(old parent isNil,
            root = new
        ,
            if(old == old parent left, old parent left = new, old parent right = new)
        )
    )

    removeFixup := method(x, xParent,
        while(x != root and (x isNil or x color == "black"),
            if(x == xParent left,
                w := xParent right
                if(w color == "red",
                    w color = "black"
                    xParent color = "red"
                    leftRotate(xParent)
                    w = xParent right
                )
                if(isBlack(w left) and isBlack(w right),
                    w color = "red"
                    x = xParent
                    xParent = x parent
                ,
                    if(isBlack(w right),
                        w left color = "black"
                        w color = "red"
                        rightRotate(w)
                        w = xParent right
                    )
                    w color = xParent color
                    xParent color = "black"
                    if(w right, w right color = "black")
                    leftRotate(xParent)
                    x = root
                    xParent = x parent
                )
            ,
                w := xParent left
                if(w color == "red",
                    w color = "black"
                    xParent color = "red"
                    rightRotate(xParent)
                    w = xParent left
                )
                if(isBlack(w right) and isBlack(w left),
                    w color = "red"
                    x = xParent
                    xParent = x parent
                ,
                    if(isBlack(w left),
                        w right color = "black"
                        w color = "red"
                        leftRotate(w)
                        w = xParent left
                    )
                    w color = xParent color
                    xParent color = "black"
                    if(w left, w left color = "black")
                    rightRotate(xParent)
                    x = root
                    xParent = x parent
                )
            )
        )
        if(x, x color = "black")
    )

    isBlack := method(node, node isNil or node color == "black")
)
