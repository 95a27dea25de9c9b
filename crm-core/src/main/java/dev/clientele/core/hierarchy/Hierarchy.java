package dev.clientele.core.hierarchy;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableGraph;
import com.google.common.graph.Traverser;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Selection;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The trees that records form by a reference to their parent, and sums over them. Immutable and thread-safe.
 *
 * <p>A record whose parent isn't among the given ones stands on top.
 *
 * @param <T> the record type
 */
public final class Hierarchy<T extends Entity<T>> {

    private final ImmutableMap<Id<T>, T> records;
    private final ImmutableGraph<Id<T>> fromParentToChild;

    private Hierarchy(ImmutableMap<Id<T>, T> records, ReferenceField<T, T> parent) {
        ImmutableGraph.Builder<Id<T>> graph = GraphBuilder.directed()
                .allowsSelfLoops(true) // to find them
                .incidentEdgeOrder(ElementOrder.stable())
                .immutable();
        records.forEach((id, record) -> {
            graph.addNode(id);
            record.find(parent).filter(records::containsKey).ifPresent(above -> graph.putEdge(above, id));
        });
        this.records = records;
        this.fromParentToChild = graph.build();
        checkArgument(
                !Graphs.hasCycle(fromParentToChild),
                "records must not lead round in a circle by their %s",
                parent.name());
    }

    /**
     * Returns the trees that these records form.
     *
     * @param records each with an id
     * @param parent the field by which one belongs to another
     * @throws IllegalArgumentException if parents lead round in a circle
     */
    public static <T extends Entity<T>> Hierarchy<T> of(Collection<T> records, ReferenceField<T, T> parent) {
        ImmutableMap.Builder<Id<T>, T> byId = ImmutableMap.builder();
        records.forEach(record -> byId.put(record.id(), record));
        return new Hierarchy<>(byId.buildKeepingLast(), parent);
    }

    /** Returns the trees that the records of a selection form; see {@link #of(Collection, ReferenceField)}. */
    public static <T extends Entity<T>> Hierarchy<T> of(Selection<T> selection, ReferenceField<T, T> parent) {
        try (Stream<T> records = selection.stream()) {
            return of(records.toList(), parent);
        }
    }

    /** Returns all records, in the order given. */
    public Collection<T> records() {
        return records.values();
    }

    /** Returns the records that belong to no other one of these. */
    public List<T> roots() {
        return rootIds().map(this::record).toList();
    }

    /**
     * Returns the records that belong to this one directly.
     *
     * @throws IllegalArgumentException if it isn't one of these
     */
    public List<T> children(Id<T> id) {
        return childIds(record(id).id()).map(this::record).toList();
    }

    /**
     * Returns a record and all below it, each above those that belong to it.
     *
     * @throws IllegalArgumentException if it isn't one of these
     */
    public List<T> subtree(Id<T> id) {
        return topDown(List.of(record(id).id())).stream().map(this::record).toList();
    }

    /**
     * Returns the records above this one, the nearest first.
     *
     * @throws IllegalArgumentException if it isn't one of these
     */
    public List<T> ancestors(Id<T> id) {
        Iterable<Id<T>> upward = Traverser.<Id<T>>forTree(fromParentToChild::predecessors)
                .breadthFirst(record(id).id());
        return Streams.stream(upward).skip(1).map(this::record).toList();
    }

    /**
     * Computes for each record its own figure together with those of all below it.
     *
     * @param own a record's own figure
     * @param sum adds two figures; associative
     */
    public <V> Map<Id<T>, V> rollUp(Function<T, V> own, BinaryOperator<V> sum) {
        return fold((record, parts) -> {
            V total = own.apply(record);
            for (V part : parts) {
                total = sum.apply(total, part);
            }
            return total;
        });
    }

    /**
     * Computes for each record a figure that follows from it and from the figures of those directly below it, which are found first.
     *
     * @param figure given a record and the figures of those directly below it, which are none at the bottom
     */
    public <V> Map<Id<T>, V> fold(BiFunction<T, List<V>, V> figure) {
        Map<Id<T>, V> figures = new LinkedHashMap<>();
        for (Id<T> id : topDown(rootIds().toList()).reverse()) {
            List<V> parts = childIds(id)
                    .map(child -> Objects.requireNonNull(figures.get(child)))
                    .toList();
            figures.put(id, figure.apply(record(id), parts));
        }
        return Collections.unmodifiableMap(figures);
    }

    /**
     * Computes as {@link #rollUp(Function, BinaryOperator)} does, for figures by record.
     *
     * @param nothing the figure of a record that isn't in the map
     */
    public <V> Map<Id<T>, V> rollUp(Map<Id<T>, V> own, V nothing, BinaryOperator<V> sum) {
        return rollUp(record -> own.getOrDefault(record.id(), nothing), sum);
    }

    /**
     * Computes for each record its own figure, and that together with those of all below it.
     *
     * @param own the figures of records by id; those of records that aren't in the hierarchy count nowhere
     * @param nothing the figure of a record that isn't in the map
     * @param sum adds two figures; associative
     */
    public <V> Map<Id<T>, RollUp<V>> rollUpWithOwn(Map<Id<T>, V> own, V nothing, BinaryOperator<V> sum) {
        return fold((record, parts) -> {
            V figure = own.getOrDefault(record.id(), nothing);
            V total = figure;
            for (RollUp<V> part : parts) {
                total = sum.apply(total, part.total());
            }
            return new RollUp<>(figure, total);
        });
    }

    private T record(Id<T> id) {
        T record = records.get(id);
        if (record == null) {
            throw new IllegalArgumentException("there is no record " + id + " among these");
        }
        return record;
    }

    private Stream<Id<T>> rootIds() {
        return records.keySet().stream().filter(id -> fromParentToChild.inDegree(id) == 0);
    }

    private Stream<Id<T>> childIds(Id<T> id) {
        return fromParentToChild.successors(id).stream();
    }

    private ImmutableList<Id<T>> topDown(Iterable<Id<T>> from) {
        return ImmutableList.copyOf(Traverser.forTree(fromParentToChild).breadthFirst(from));
    }
}
