package dev.clientele.core.entity;

import dev.clientele.core.codec.UpcastStep;
import dev.clientele.core.codec.VersionChain;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The steps of a type's versions, in a chain for each owner: whoever defined it first, then extensions by name. Not thread-safe. */
final class TypeVersions {

    private final SortedMap<String, List<UpcastStep>> steps = new TreeMap<>();
    private int counted = Integer.MAX_VALUE;

    TypeVersions(String owner) {
        steps.put("", new ArrayList<>());
        steps.computeIfAbsent(owner, any -> new ArrayList<>());
    }

    void add(String owner, UpcastStep step) {
        steps.computeIfAbsent(owner, any -> new ArrayList<>()).add(step);
    }

    /** Marks that later steps of whoever defined the type were never counted together with those of extensions. */
    void endCountedTogether() {
        counted = Math.min(counted, steps.getOrDefault("", List.of()).size());
    }

    /**
     * Takes over the chains of another declaration of the type.
     *
     * @throws ExtensionClashException if both have gone on with one owner's chain, each in its own way
     */
    void include(String type, TypeVersions other) {
        counted = Math.min(counted, other.counted);
        other.steps.forEach((owner, theirs) -> steps.merge(owner, new ArrayList<>(theirs), (ours, more) -> {
            int common = Math.min(ours.size(), more.size());
            if (!ours.subList(0, common).equals(more.subList(0, common))) {
                throw new ExtensionClashException(type, "a step of the versions of", owner, owner, owner);
            }
            return ours.size() >= more.size() ? ours : more;
        }));
    }

    List<VersionChain> chains() {
        List<VersionChain> chains = new ArrayList<>();
        steps.forEach((owner, own) ->
                chains.add(new VersionChain(owner, own, owner.isEmpty() ? Math.min(counted, own.size()) : own.size())));
        return chains;
    }
}
