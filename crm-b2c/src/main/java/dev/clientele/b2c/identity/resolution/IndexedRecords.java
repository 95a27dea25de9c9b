package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.comparison.Fingerprint;
import dev.clientele.b2c.identity.linkage.RecordRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Records by number, each in a few bytes, with the person of each. Numbers are never given out twice. Not thread-safe. */
final class IndexedRecords {

    /** Stands for no record, and for no person. */
    static final int NONE = -1;

    private static final int LOW_BITS = 24;

    private final MatchPolicy policy;
    private final FactsCodec codec = new FactsCodec();
    private ByteStore bytes = new ByteStore();
    private final IntList placeHigh = new IntList();
    private final IntList placeLow = new IntList();
    private final IntList person = new IntList();
    /** The next record of the same person, round and round. */
    private final IntList sibling = new IntList();

    private final KeyTable numbers = new KeyTable();
    private int size;

    IndexedRecords(MatchPolicy policy) {
        this.policy = policy;
    }

    static UUID idOf(RecordRef ref) {
        String key = ref.source() + ':' + ref.id();
        return new UUID(Fingerprint.of(key), Fingerprint.of("again " + key));
    }

    int size() {
        return size;
    }

    int count() {
        return person.size();
    }

    /** Returns the number of a record by its id, or {@link #NONE}. */
    int find(UUID id) {
        int number = numbers.get(id.getMostSignificantBits());
        return number == KeyTable.NONE ? NONE : number;
    }

    boolean isThere(int number) {
        return placeHigh.get(number) != NONE;
    }

    LinkageFacts facts(int number) {
        return codec.read(bytes.get(place(number)));
    }

    LinkableRecord record(int number) {
        LinkageFacts facts = facts(number);
        return facts.toRecord(idOf(facts.ref()), policy);
    }

    byte[] encoded(LinkageFacts facts) {
        return codec.write(facts);
    }

    byte[] encoded(int number) {
        return bytes.get(place(number));
    }

    int add(UUID id, byte[] entry) {
        int number = person.add(NONE);
        placeHigh.add(NONE);
        placeLow.add(0);
        sibling.add(number);
        numbers.put(id.getMostSignificantBits(), number);
        size++;
        setPlace(number, bytes.add(entry));
        return number;
    }

    void replace(int number, byte[] entry) {
        bytes.remove(place(number));
        setPlace(number, bytes.add(entry));
        closeGaps();
    }

    void remove(int number, UUID id) {
        numbers.put(id.getMostSignificantBits(), KeyTable.NONE);
        bytes.remove(place(number));
        placeHigh.set(number, NONE);
        size--;
        closeGaps();
    }

    private void closeGaps() {
        if (bytes.isSparse()) {
            ByteStore dense = new ByteStore();
            for (int i = 0; i < person.size(); i++) {
                if (isThere(i)) {
                    setPlace(i, dense.add(bytes.get(place(i))));
                }
            }
            bytes = dense;
        }
    }

    private long place(int number) {
        return ((long) placeHigh.get(number) << LOW_BITS) | placeLow.get(number);
    }

    private void setPlace(int number, long place) {
        placeHigh.set(number, (int) (place >>> LOW_BITS));
        placeLow.set(number, (int) (place & ((1 << LOW_BITS) - 1)));
    }

    /** Returns the number of the first record of the person that a record belongs to. */
    int person(int number) {
        return person.get(number);
    }

    UUID id(int number) {
        return idOf(codec.ref(bytes.get(place(number))));
    }

    RecordRef ref(int number) {
        return codec.ref(bytes.get(place(number)));
    }

    /** Returns the records of the same person, the record itself included. */
    List<Integer> siblings(int number) {
        List<Integer> siblings = new ArrayList<>();
        int each = number;
        do {
            siblings.add(each);
            each = sibling.get(each);
        } while (each != number);
        return siblings;
    }

    /** Takes a record out of its person; of the others the first begins it now. */
    void leave(int number) {
        List<Integer> others = siblings(number);
        others.remove((Integer) number);
        setPerson(List.of(number));
        if (!others.isEmpty()) {
            setPerson(others);
        }
    }

    /** Makes records those of one person; the others of their former persons have to be given too, in further calls. */
    void setPerson(List<Integer> members) {
        int first = Collections.min(members);
        for (int i = 0; i < members.size(); i++) {
            person.set(members.get(i), first);
            sibling.set(members.get(i), members.get((i + 1) % members.size()));
        }
    }
}
