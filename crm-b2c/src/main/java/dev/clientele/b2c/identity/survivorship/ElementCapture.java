package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.HandEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The changes of people in a list or set since the machine wrote last. Not thread-safe. */
final class ElementCapture<E> {

    private final Map<String, ElementDigest> last = new LinkedHashMap<>();
    private final Set<String> removed;
    private final List<String> orderBefore;
    private final Map<String, E> entered = new LinkedHashMap<>();
    private final List<String> now = new ArrayList<>();
    private boolean taken;
    private boolean moved;

    ElementCapture(List<ElementDigest> last, HandEdit before) {
        last.forEach(each -> this.last.put(each.identity(), each));
        this.removed = new HashSet<>(before.removed());
        this.orderBefore = before.order();
    }

    void compare(List<E> elements, List<ElementDigest> digests) {
        Set<String> present = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            ElementDigest is = digests.get(i);
            ElementDigest was = last.get(is.identity());
            if (!present.add(is.identity())) {
                continue;
            }
            now.add(is.identity());
            if (!is.equals(was)) {
                entered.put(is.identity(), elements.get(i));
                removed.remove(is.identity());
                if (is.verified()) {
                    removed.remove(is.denial());
                } else if (was != null && was.verified()) {
                    removed.add(is.denial());
                }
            }
        }
        List<String> stayed = new ArrayList<>();
        for (String identity : last.keySet()) {
            if (present.contains(identity)) {
                stayed.add(identity);
            } else {
                taken |= removed.add(identity);
            }
        }
        List<String> inPlace = new ArrayList<>(now);
        inPlace.retainAll(last.keySet());
        moved = !inPlace.equals(stayed);
    }

    boolean hasChanges() {
        return taken || moved || !entered.isEmpty();
    }

    /** Returns what people have entered in all: what they had before and didn't take away, and what is new. */
    List<E> said(List<E> before, List<ElementDigest> digests) {
        Map<String, E> said = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            said.put(digests.get(i).identity(), before.get(i));
        }
        said.putAll(entered);
        said.keySet().removeAll(removed);
        Map<String, Integer> places = new HashMap<>();
        now.forEach(identity -> places.putIfAbsent(identity, places.size()));
        List<String> order = new ArrayList<>(said.keySet());
        order.sort(Comparator.comparingInt(each -> places.getOrDefault(each, Integer.MAX_VALUE)));
        return order.stream().map(said::get).toList();
    }

    /** Returns what people did beyond giving these elements; empty if nothing. */
    Optional<HandEdit> edit(List<ElementDigest> said, boolean ordered) {
        List<String> identities = said.stream().map(ElementDigest::identity).toList();
        boolean arranged = moved || !entered.isEmpty();
        List<String> order =
                !ordered || (arranged && identities.equals(now)) ? List.of() : arranged ? now : orderBefore;
        HandEdit edit = new HandEdit(List.copyOf(removed), order);
        return edit.equals(HandEdit.EMPTIED) ? Optional.empty() : Optional.of(edit);
    }
}
