package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.ProjectedFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A list or set, of which the elements of all records are kept. */
class ElementsPart<E> implements PersonPart {

    /** The field that the part reads and writes. */
    interface Access<E> {

        List<E> read(Person person);

        Person write(Person person, List<E> elements);
    }

    private final String name;
    private final int limit;
    private final ElementForm<E> form;
    private final Access<E> access;

    ElementsPart(String name, int limit, ElementForm<E> form, Access<E> access) {
        this.name = name;
        this.limit = limit;
        this.form = form;
        this.access = access;
    }

    /** Returns what a record says of this part. */
    List<E> said(SaidRecord record) {
        return access.read(record.said());
    }

    /** Returns whether an element goes into a person, of which the parts before this one are chosen already. */
    boolean admits(Person person, Element<E> element) {
        return true;
    }

    /** Returns whether people can take an element away. */
    boolean isRemovable(Element<E> element) {
        return true;
    }

    @Override
    public Person project(Person person, List<SaidRecord> records, SurvivorshipRules rules) {
        boolean any = records.stream().anyMatch(record -> !said(record).isEmpty());
        List<E> chosen = any ? choose(person, records, rules.of(name)) : List.of();
        return access.read(person).equals(chosen) ? person : access.write(person, chosen);
    }

    private void add(SaidRecord record, FieldRule rule, Map<String, Element<E>> elements) {
        List<E> said = said(record);
        List<String> identities = identities(said);
        for (int i = 0; i < said.size(); i++) {
            E each = said.get(i);
            String text = rule.choice() == SurvivorshipChoice.LONGEST ? text(identities.get(i), each) : "";
            elements.computeIfAbsent(identities.get(i), Element::new)
                    .add(new Candidate<>(record, each, text, record.saidAt(), form.isVerified(each, record), i));
        }
    }

    private String text(String identity, E element) {
        String content = form.content(element);
        return content.isEmpty() ? identity : content;
    }

    private List<E> choose(Person person, List<SaidRecord> all, FieldRule rule) {
        Map<String, Element<E>> elements = new LinkedHashMap<>();
        all.forEach(record -> add(record, rule, elements));
        ElementEdits<E> edits = new ElementEdits<>(name, this, all, rule);
        List<Element<E>> kept = new ArrayList<>(elements.size());
        for (Element<E> each : elements.values()) {
            each.sort(new CandidateOrder(rule, candidate -> 0));
            if (admits(person, each) && !(isRemovable(each) && edits.remove(each))) {
                edits.denyVerification(each);
                kept.add(each);
            }
        }
        IdentityHashMap<Candidate<?>, Integer> records = new IdentityHashMap<>();
        if (rule.choice() == SurvivorshipChoice.MOST_FREQUENT) {
            kept.forEach(each -> records.put(each.best(), each.records()));
        }
        Comparator<Element<E>> order = Comparator.comparing(
                        (Function<Element<E>, Candidate<?>>) Element::best,
                        new CandidateOrder(rule, each -> records.getOrDefault(each, 0)))
                .thenComparing(Element::identity);
        List<Element<E>> chosen = newest(kept, rule);
        if (chosen.size() > 1) {
            chosen.sort(Comparator.comparingInt(edits::position).thenComparing(order));
        }
        return form.join(chosen, rule, order);
    }

    private List<Element<E>> newest(List<Element<E>> elements, FieldRule rule) {
        if (elements.size() <= limit) {
            return elements;
        }
        elements.sort(Comparator.comparing((Element<E> each) -> !(rule.handFirst() && each.isByHand()))
                .thenComparing(each -> each.recency(form), Comparator.reverseOrder())
                .thenComparing(Element::identity));
        return new ArrayList<>(elements.subList(0, limit));
    }

    final List<String> identities(List<E> elements) {
        return elements.stream().map(form::identity).toList();
    }

    @Override
    public void digest(Person person, Map<String, String> values, Map<String, List<String>> elements) {
        List<E> now = access.read(person);
        if (!now.isEmpty()) {
            elements.put(
                    name, digests(now).stream().map(ElementDigest::toString).toList());
        }
    }

    private List<ElementDigest> digests(List<E> elements) {
        List<String> identities = identities(elements);
        List<ElementDigest> digests = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            E each = elements.get(i);
            digests.add(ElementDigest.of(identities.get(i), form.content(each), form.isVerified(each)));
        }
        return digests;
    }

    @Override
    public void capture(Person person, ProjectedFields last, HandStatement entered) {
        List<E> elements = access.read(person);
        List<E> before = access.read(entered.said());
        ElementCapture<E> capture = new ElementCapture<>(
                last.elements().getOrDefault(name, List.of()).stream()
                        .map(ElementDigest::parse)
                        .toList(),
                entered.edit(name));
        capture.compare(elements, digests(elements));
        if (!capture.hasChanges()) {
            return;
        }
        List<E> said = capture.said(before, digests(before));
        entered.say(hand -> access.write(hand, said));
        capture.edit(digests(said), form.isOrdered())
                .ifPresentOrElse(edit -> entered.put(name, edit), () -> entered.drop(name));
    }
}
