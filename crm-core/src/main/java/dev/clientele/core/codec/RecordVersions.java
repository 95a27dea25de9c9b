package dev.clientele.core.codec;

import com.google.common.collect.ImmutableMap;
import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.NewerRecordException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes by which version of each owner a record was stored, and upcasts it. Immutable and thread-safe.
 *
 * <p>The body's entry {@value #CHAINS} has an object for each owner: {@code version}, how many steps have been taken; {@code
 * readable_from}, the first version whose programs can read it, if it isn't that; {@code former}, the older fields that were written
 * along. The entry {@value #COUNT} is for releases that knew one counter: one more than all steps.
 */
final class RecordVersions {

    static final String COUNT = "_version";
    static final String CHAINS = "_chains";
    private static final String VERSION = "version";
    private static final String READABLE_FROM = "readable_from";
    private static final String FORMER = "former";

    private final String type;
    private final List<VersionChain> chains;
    private final boolean refusesNewer;
    private final long count;
    private final ImmutableMap<String, Object> own;

    /**
     * The form in which a record was stored.
     *
     * @param versions the steps taken, by the index of the chain
     * @param isCurrent whether no step is left
     * @param former the older fields that were written along, by whatever program
     * @param kept entries of the body that tell of owners or versions unknown here, to be stored again
     */
    record Stored(List<Integer> versions, boolean isCurrent, Set<String> former, Map<String, Object> kept) {}

    RecordVersions(String type, List<VersionChain> chains, boolean refusesNewer) {
        this.type = type;
        this.chains = chains;
        this.refusesNewer = refusesNewer;
        this.count = 1L + chains.stream().mapToInt(VersionChain::version).sum();
        ImmutableMap.Builder<String, Object> entries = ImmutableMap.builder();
        for (VersionChain chain : chains) {
            if (chain.version() > 0) {
                entries.put(chain.owner(), entry(chain));
            }
        }
        this.own = entries.build();
    }

    private static Map<String, Object> entry(VersionChain chain) {
        ImmutableMap.Builder<String, Object> entry = ImmutableMap.builder();
        entry.put(VERSION, (long) chain.version());
        if (chain.readableFrom() < chain.version()) {
            entry.put(READABLE_FROM, (long) chain.readableFrom());
        }
        List<String> former = chain.writtenFormers();
        if (!former.isEmpty()) {
            entry.put(FORMER, former);
        }
        return entry.build();
    }

    /** Writes the versions of this program, and those that {@link Stored#kept} tells of. */
    void write(Map<String, Object> body) {
        long stored = body.get(COUNT) instanceof Number number ? number.longValue() : 1;
        body.put(COUNT, Math.max(count, stored));
        if (!own.isEmpty()) {
            Map<String, Object> all = new TreeMap<>(own);
            all.putAll(object(body.get(CHAINS)));
            body.put(CHAINS, all);
        }
    }

    /**
     * Reads how a record was stored.
     *
     * @throws NewerRecordException if it was by a newer version that can't be read here, or that this program refuses
     * @throws CorruptException if it doesn't say so in any known form
     */
    Stored read(Map<String, Object> body) {
        long stored = body.get(COUNT) instanceof Number number ? number.longValue() : 1;
        if (!body.containsKey(CHAINS)) {
            return ofCount(stored);
        }
        Map<String, Object> entries = object(body.get(CHAINS));
        List<Integer> versions = new ArrayList<>(chains.size());
        boolean current = true;
        Set<String> former = new HashSet<>();
        Map<String, Object> unknown = new TreeMap<>(entries);
        for (VersionChain chain : chains) {
            Map<String, Object> entry = object(entries.get(chain.owner()));
            int version = number(entry.get(VERSION), 0);
            if (version > chain.version()) {
                requireReadable(chain, version, number(entry.get(READABLE_FROM), version));
            } else {
                unknown.remove(chain.owner());
                current &= version == chain.version();
            }
            versions.add(version);
            if (entry.get(FORMER) instanceof List<?> names) {
                names.forEach(name -> former.add(String.valueOf(name)));
            }
        }
        if (unknown.isEmpty()) {
            return new Stored(versions, current, former, Map.of());
        }
        Map<String, Object> kept = stored > count ? Map.of(CHAINS, unknown, COUNT, stored) : Map.of(CHAINS, unknown);
        return new Stored(versions, current, former, kept);
    }

    /** Shares one counter out: to whoever defined the type first, then to those who extend it. */
    private Stored ofCount(long stored) {
        long left = stored - 1;
        List<Integer> versions = new ArrayList<>(chains.size());
        boolean alone = chains.stream().filter(chain -> chain.version() > 0).count() < 2;
        for (VersionChain chain : chains) {
            int known = alone ? chain.version() : Math.min(chain.counted(), chain.version());
            int taken = (int) Math.min(left, known);
            versions.add(taken);
            left -= taken;
        }
        if (left > 0) {
            throw new NewerRecordException(type, "", stored, count);
        }
        return new Stored(versions, stored == count, Set.of(), Map.of());
    }

    private void requireReadable(VersionChain chain, int version, int readableFrom) {
        if (refusesNewer || readableFrom > chain.version()) {
            throw new NewerRecordException(type, chain.owner(), version + 1L, chain.version() + 1L);
        }
    }

    /** Returns whether there is any step from an older version. */
    boolean hasSteps() {
        return chains.stream().anyMatch(chain -> !chain.steps().isEmpty());
    }

    /** Takes the steps that are left, owner by owner. */
    Map<String, Object> upcast(Stored stored, Map<String, Object> json) {
        Map<String, Object> upcast = json;
        for (int i = 0; i < chains.size(); i++) {
            List<UpcastStep> steps = chains.get(i).steps();
            for (int version = stored.versions.get(i); version < steps.size(); version++) {
                try {
                    upcast = new TreeMap<>(steps.get(version).upcast().apply(upcast));
                } catch (RuntimeException e) {
                    String owner = chains.get(i).owner();
                    throw new CorruptException(
                            "a " + type + " stored by version " + (version + 1)
                                    + (owner.isEmpty() ? "" : " of " + owner) + " can't be upcast",
                            e);
                }
            }
        }
        return upcast;
    }

    @SuppressWarnings("unchecked") // an object of JSON has names
    private Map<String, Object> object(@Nullable Object json) {
        if (json == null) {
            return Map.of();
        } else if (json instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new CorruptException("a " + type + " doesn't say by which version it was stored", null);
    }

    private static int number(@Nullable Object json, int missing) {
        return json instanceof Number number ? number.intValue() : missing;
    }
}
