package dev.clientele.b2c.identity.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Records that are found to be of one person so far; its members only grow. Not thread-safe. */
final class Cluster {

    private final TreeSet<LinkableRecord> members = new TreeSet<>(Comparator.comparing(LinkableRecord::ref));

    Cluster(LinkableRecord first) {
        members.add(first);
    }

    Iterable<LinkableRecord> members() {
        return members;
    }

    int size() {
        return members.size();
    }

    LinkableRecord first() {
        return members.first();
    }

    /** The first members in the order of their refs. */
    List<LinkableRecord> first(int limit) {
        List<LinkableRecord> first = new ArrayList<>();
        for (LinkableRecord member : members) {
            if (first.size() == limit) {
                break;
            }
            first.add(member);
        }
        return first;
    }

    void takeAll(Cluster other) {
        members.addAll(other.members);
    }
}
