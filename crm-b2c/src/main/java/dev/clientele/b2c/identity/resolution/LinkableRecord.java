package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.PreparedRecord;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.SourceRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record made ready to be linked by a policy. Immutable and thread-safe. */
public final class LinkableRecord {

    private static final long[] NONE = {};

    private final UUID id;
    private final RecordRef ref;
    private final Instant saidAt;
    private final List<Identifier> identifiers;
    private final @Nullable PreparedRecord prepared;
    private final long[] blockingKeys;
    private final @Nullable String nameWitness;
    private final boolean byHand;

    private LinkableRecord(
            UUID id,
            RecordRef ref,
            Instant saidAt,
            List<Identifier> identifiers,
            @Nullable PreparedRecord prepared,
            long[] blockingKeys,
            @Nullable String nameWitness,
            boolean byHand) {
        this.id = id;
        this.ref = ref;
        this.saidAt = saidAt;
        this.identifiers = identifiers;
        this.prepared = prepared;
        this.blockingKeys = blockingKeys;
        this.nameWitness = nameWitness;
        this.byHand = byHand;
    }

    /**
     * Returns a record made ready.
     *
     * @param id the record's id
     * @param record what its system says
     * @param policy how it is linked
     */
    public static LinkableRecord of(UUID id, SourceRecord record, MatchPolicy policy) {
        return LinkageFacts.of(record, policy).toRecord(id, policy);
    }

    /**
     * Returns a record to be compared alone: without identifiers, and without what limits look at.
     *
     * @param id the record's id
     * @param ref its source and its id there
     * @param values one for each attribute of the policy's model
     * @param policy one that has a model
     */
    public static LinkableRecord compared(UUID id, RecordRef ref, List<@Nullable String> values, MatchPolicy policy) {
        return of(id, new LinkageFacts(ref, Instant.EPOCH, List.of(), values, null, false), policy);
    }

    static LinkableRecord of(UUID id, LinkageFacts facts, MatchPolicy policy) {
        PreparedRecord prepared = null;
        long[] keys = NONE;
        if (policy.model().isPresent()) {
            LinkageModel model = policy.model().get();
            prepared = model.prepare(
                    facts.ref().source(), new LinkageRecord(facts.ref().id(), facts.values()));
            keys = model.isUsable(prepared)
                    ? Arrays.stream(model.keysOf(prepared))
                            .filter(key -> key != 0)
                            .distinct()
                            .toArray()
                    : NONE;
        }
        return new LinkableRecord(
                Objects.requireNonNull(id, "id"),
                facts.ref(),
                facts.saidAt(),
                facts.identifiers(),
                prepared,
                keys,
                facts.nameWitness(),
                facts.byHand());
    }

    /** Returns the record's id. */
    public UUID id() {
        return id;
    }

    /** Returns the record's source and its id there. */
    public RecordRef ref() {
        return ref;
    }

    /** Returns the identifiers that may link it: of types with rules, and not blocked. */
    public List<Identifier> identifiers() {
        return identifiers;
    }

    /** Returns all keys by which an index finds it: those of its identifiers and of the rules of the model. */
    public Set<Long> keys() {
        Set<Long> keys = new TreeSet<>();
        identifiers.forEach(each -> keys.add(each.key()));
        Arrays.stream(blockingKeys).forEach(keys::add);
        return keys;
    }

    /** Returns whether it can be linked by machine at all: it has an identifier, or a name that a model can compare. */
    public boolean isUsable() {
        return !identifiers.isEmpty() || blockingKeys.length > 0;
    }

    /** Returns whether it says anything beyond its own id in its system. */
    public boolean hasEvidence() {
        String own = ref.source() + ":" + ref.id();
        return blockingKeys.length > 0
                || identifiers.stream().anyMatch(each -> !each.value().equals(own));
    }

    Instant saidAt() {
        return saidAt;
    }

    PreparedRecord prepared() {
        return Objects.requireNonNull(prepared, "prepared by a model");
    }

    long[] blockingKeys() {
        return blockingKeys;
    }

    /** The name as far as two writings of it agree, if there is any. */
    Optional<String> nameWitness() {
        return Optional.ofNullable(nameWitness);
    }

    /** The id of the person that this is what people entered about. */
    Optional<UUID> enteredAbout() {
        return byHand ? Optional.of(UUID.fromString(ref.id())) : Optional.empty();
    }

    /** Shows the id alone: what is said is personal. */
    @Override
    public String toString() {
        return "LinkableRecord[" + id + "]";
    }
}
