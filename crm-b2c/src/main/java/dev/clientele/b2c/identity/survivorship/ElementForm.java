package dev.clientele.b2c.identity.survivorship;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The form in which the elements of a list or set are told apart, written and put together. */
interface ElementForm<E> {

    /** Returns the text that two writings of one element share. */
    String identity(E element);

    /** Returns the text of everything that may differ between two writings; empty if nothing may. */
    default String content(E element) {
        return "";
    }

    /** Returns whether an element itself says that it is verified. */
    default boolean isVerified(E element) {
        return false;
    }

    /** Returns whether an element is verified as a record says it. */
    default boolean isVerified(E element, SaidRecord record) {
        return record.isVerified();
    }

    /** Returns when an element was new; the latest go last where there are too many. */
    default Instant recency(E element, Instant saidAt) {
        return saidAt;
    }

    /** Returns whether the order of elements says something. */
    default boolean isOrdered() {
        return false;
    }

    /**
     * Returns the elements as one list.
     *
     * @param rule the rule of the field
     * @param order what counts first by the rule, whatever order people gave the elements
     */
    default List<E> join(List<Element<E>> chosen, FieldRule rule, Comparator<Element<E>> order) {
        return chosen.stream().map(Element::value).toList();
    }
}
