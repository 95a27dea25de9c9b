package dev.clientele.b2b.insight.projection;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.clientele.b2b.deal.pipeline.StageKind;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * An unmodifiable list of paths that makes each path anew whenever it is asked for, so that a history of many deals needs not be held
 * as objects. Immutable and thread-safe.
 */
abstract sealed class PathList extends AbstractList<DealPath> implements RandomAccess {

    /** Returns the paths as they were known on a day, without those that hadn't begun. */
    static PathList until(List<DealPath> paths, LocalDate day) {
        int[] begun = IntStream.range(0, paths.size())
                .filter(i -> paths.get(i).isBegunOn(day))
                .toArray();
        return new PathsUntil(paths, begun, day);
    }

    /** Collects the paths of many deals. Not thread-safe. */
    static final class PathCollector {

        private final Map<StageOfKind, Integer> numberOf = new HashMap<>();
        private final List<StageOfKind> stages = new ArrayList<>();
        private final ImmutableIntArray.Builder numbers = ImmutableIntArray.builder();
        private final ImmutableIntArray.Builder days = ImmutableIntArray.builder();
        private final ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
        private final ImmutableIntArray.Builder ends = ImmutableIntArray.builder();
        private int steps;

        void add(DealPath path) {
            for (DealPath.StageEntry step : path.steps()) {
                numbers.add(numberOf.computeIfAbsent(new StageOfKind(step.stage(), step.kind()), stage -> {
                    stages.add(stage);
                    return stages.size() - 1;
                }));
                days.add(Math.toIntExact(step.on().toEpochDay()));
                values.add(step.value());
                steps++;
            }
            ends.add(steps);
        }

        PathList paths() {
            return new CompactPaths(this);
        }
    }

    private record StageOfKind(String stage, StageKind kind) {}

    private static final class PathsUntil extends PathList {

        private final List<DealPath> paths;
        private final int[] begun;
        private final LocalDate day;

        PathsUntil(List<DealPath> paths, int[] begun, LocalDate day) {
            this.paths = paths;
            this.begun = begun;
            this.day = day;
        }

        @Override
        public DealPath get(int index) {
            return paths.get(begun[index]).until(day);
        }

        @Override
        public int size() {
            return begun.length;
        }
    }

    /** The paths of many deals as numbers, sixteen bytes a step: the number of the stage, the day and the value. */
    private static final class CompactPaths extends PathList {

        private final List<StageOfKind> stages;
        private final ImmutableIntArray numbers;
        private final ImmutableIntArray days;
        private final ImmutableDoubleArray values;
        private final ImmutableIntArray ends;

        CompactPaths(PathCollector collector) {
            this.stages = List.copyOf(collector.stages);
            this.numbers = collector.numbers.build();
            this.days = collector.days.build();
            this.values = collector.values.build();
            this.ends = collector.ends.build();
        }

        @Override
        public DealPath get(int index) {
            int start = index == 0 ? 0 : ends.get(index - 1);
            return new DealPath(IntStream.range(start, ends.get(index))
                    .mapToObj(i -> {
                        StageOfKind stage = stages.get(numbers.get(i));
                        return new DealPath.StageEntry(
                                stage.stage(), stage.kind(), LocalDate.ofEpochDay(days.get(i)), values.get(i));
                    })
                    .toList());
        }

        @Override
        public int size() {
            return ends.length();
        }
    }
}
