# Hash tables with chained entries, whose number of buckets is a power of two. A key answers its own hash to customHash: that of its address would differ from run to run.

SomEntry := Object clone do(
    hash := 0
    key := nil
    value := nil
    next := nil

    with := method(aHash, aKey, aValue,
        entry := self clone
        entry hash = aHash
        entry key = aKey
        entry value = aValue
        entry
    )

    matches := method(aHash, aKey, hash == aHash and key == aKey)
)

SomIdentityEntry := SomEntry clone do(
    matches := method(aHash, aKey, hash == aHash and key isIdenticalTo(aKey))
)

SomDictionary := Object clone do(
    initialCapacity := 16

    buckets := nil
    size := 0

    init := method(
        buckets = SomArray withSize(initialCapacity)
        size = 0
    )

    hashOf := method(key,
        if(key isNil, return 0)
        hash := key customHash
        hash ^ (hash >> 16)
    )

    isEmpty := method(size == 0)

    bucketIndex := method(hash, (buckets size - 1) & hash)

    bucket := method(hash, buckets at(bucketIndex(hash)))

    at := method(key,
        hash := hashOf(key)
        entry := bucket(hash)
        while(entry,
            if(entry matches(hash, key), return entry value)
            entry = entry next
        )
        nil
    )

    containsKey := method(key,
        hash := hashOf(key)
        entry := bucket(hash)
        while(entry,
            if(entry matches(hash, key), return true)
            entry = entry next
        )
        false
    )

    atPut := method(key, value,
        hash := hashOf(key)
        index := bucketIndex(hash)
        head := buckets at(index)
        if(head isNil,
            buckets atPut(index, newEntry(key, value, hash))
            size = size + 1
        ,
            insertBucketEntry(key, value, hash, head)
        )
        if(size > buckets size, resize)
        self
    )

    newEntry := method(key, value, hash, SomEntry with(hash, key, value))

    insertBucketEntry := method(key, value, hash, head,
        entry := head
        while(true,
            if(entry matches(hash, key),
                entry value = value
                return self
            )
            if(entry next isNil,
                size = size + 1
                entry next = newEntry(key, value, hash)
                return self
            )
            entry = entry next
        )
    )

    resize := method(
        oldBuckets := buckets
        buckets = SomArray withSize(oldBuckets size * 2)
        transferEntries(oldBuckets)
    )

    transferEntries := method(oldBuckets,
        oldBuckets foreach(i, head,
            if(head,
                oldBuckets atPut(i, nil)
                if(head next isNil,
                    buckets atPut(bucketIndex(head hash), head)
                ,
                    splitBucket(oldBuckets, i, head)
                )
            )
        )
    )

    # Entries of one old bucket go to the same index or to one that is higher by the old size, in their old order.
    splitBucket := method(oldBuckets, index, head,
        lowHead := nil
        lowTail := nil
        highHead := nil
        highTail := nil
        entry := head
        while(entry,
            if((entry hash & oldBuckets size) == 0,
                if(lowTail isNil, lowHead = entry, lowTail next = entry)
                lowTail = entry
            ,
                if(highTail isNil, highHead = entry, highTail next = entry)
                highTail = entry
            )
            entry = entry next
        )
        if(lowTail,
            lowTail next = nil
            buckets atPut(index, lowHead)
        )
        if(highTail,
            highTail next = nil
            buckets atPut(index + oldBuckets size, highHead)
        )
    )

    removeAll := method(
        buckets = SomArray withSize(buckets size)
        size = 0
        self
    )

    keys := method(
        collected := SomVector withSize(size)
        entriesDo(block(entry, collected append(entry key)))
        collected
    )

    values := method(
        collected := SomVector withSize(size)
        entriesDo(block(entry, collected append(entry value)))
        collected
    )

    entriesDo := method(aBlock,
        buckets foreach(head,
            entry := head
            while(entry,
                aBlock call(entry)
                entry = entry next
            )
        )
    )
)

SomIdentityDictionary := SomDictionary clone do(
    newEntry := method(key, value, hash, SomIdentityEntry with(hash, key, value))
)
