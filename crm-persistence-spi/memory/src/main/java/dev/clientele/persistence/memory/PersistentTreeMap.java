package dev.clientele.persistence.memory;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map: a height-balanced (AVL) tree. A change copies the path to its place and shares the rest, so old
 * and new stand side by side. Every operation on one key is O(log n). Guava's immutable maps copy everything instead.
 */
final class PersistentTreeMap<K, V> {

    private final Comparator<? super K> order;
    private final @Nullable Node<K, V> root;

    private PersistentTreeMap(Comparator<? super K> order, @Nullable Node<K, V> root) {
        this.order = order;
        this.root = root;
    }

    static <K, V> PersistentTreeMap<K, V> orderedBy(Comparator<? super K> order) {
        return new PersistentTreeMap<>(order, null);
    }

    boolean isEmpty() {
        return root == null;
    }

    @Nullable
    V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int side = order.compare(key, node.key);
            if (side == 0) {
                return node.value;
            }
            node = side < 0 ? node.left : node.right;
        }
        return null;
    }

    PersistentTreeMap<K, V> with(K key, V value) {
        return new PersistentTreeMap<>(order, put(root, key, value));
    }

    PersistentTreeMap<K, V> without(K key) {
        Node<K, V> smaller = remove(root, key);
        return smaller == root ? this : new PersistentTreeMap<>(order, smaller);
    }

    /** Returns all values in ascending order of their keys. */
    Iterator<V> values() {
        return ascending(key -> true);
    }

    /**
     * Returns the values in ascending order from the first key that meets a condition which holds of every key after that.
     */
    Iterator<V> ascending(Predicate<? super K> reached) {
        Deque<Node<K, V>> path = new ArrayDeque<>();
        for (Node<K, V> node = root; node != null; ) {
            if (reached.test(node.key)) {
                path.push(node);
                node = node.left;
            } else {
                node = node.right;
            }
        }
        return new NodeIterator<>(path, true);
    }

    /**
     * Returns the values in descending order from the last key that meets a condition which holds of every key before that.
     */
    Iterator<V> descending(Predicate<? super K> within) {
        Deque<Node<K, V>> path = new ArrayDeque<>();
        for (Node<K, V> node = root; node != null; ) {
            if (within.test(node.key)) {
                path.push(node);
                node = node.right;
            } else {
                node = node.left;
            }
        }
        return new NodeIterator<>(path, false);
    }

    private Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int side = order.compare(key, node.key);
        if (side == 0) {
            return new Node<>(key, value, node.left, node.right);
        }
        return side < 0
                ? balanced(node, put(node.left, key, value), node.right)
                : balanced(node, node.left, put(node.right, key, value));
    }

    private @Nullable Node<K, V> remove(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int side = order.compare(key, node.key);
        if (side < 0) {
            Node<K, V> left = remove(node.left, key);
            return left == node.left ? node : balanced(node, left, node.right);
        } else if (side > 0) {
            Node<K, V> right = remove(node.right, key);
            return right == node.right ? node : balanced(node, node.left, right);
        } else if (node.left == null) {
            return node.right;
        } else if (node.right == null) {
            return node.left;
        }
        Node<K, V> next = node.right;
        while (next.left != null) {
            next = next.left;
        }
        return balanced(next, node.left, remove(node.right, next.key));
    }

    /** Returns a node with the key and value of {@code top} over two trees whose heights differ by at most two. */
    private static <K, V> Node<K, V> balanced(Node<K, V> top, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        int slope = height(left) - height(right);
        if (slope > 1) {
            Node<K, V> high = Objects.requireNonNull(left);
            Node<K, V> inner = high.right;
            if (inner == null || height(high.left) >= inner.height) {
                return node(high, high.left, node(top, inner, right));
            }
            return node(inner, node(high, high.left, inner.left), node(top, inner.right, right));
        } else if (slope < -1) {
            Node<K, V> high = Objects.requireNonNull(right);
            Node<K, V> inner = high.left;
            if (inner == null || height(high.right) >= inner.height) {
                return node(high, node(top, left, inner), high.right);
            }
            return node(inner, node(top, left, inner.left), node(high, inner.right, high.right));
        }
        return node(top, left, right);
    }

    private static <K, V> Node<K, V> node(Node<K, V> like, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(like.key, like.value, left, right);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static final class Node<K, V> {
        final K key;
        final V value;
        final @Nullable Node<K, V> left;
        final @Nullable Node<K, V> right;
        final int height;

        Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(height(left), height(right));
        }
    }

    /** The in-order traversal; the nodes that are still to come from above wait on the stack. */
    private static final class NodeIterator<K, V> implements Iterator<V> {
        private final Deque<Node<K, V>> path;
        private final boolean upwards;

        NodeIterator(Deque<Node<K, V>> path, boolean upwards) {
            this.path = path;
            this.upwards = upwards;
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public V next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, V> node = path.pop();
            Node<K, V> child = upwards ? node.right : node.left;
            while (child != null) {
                path.push(child);
                child = upwards ? child.left : child.right;
            }
            return node.value;
        }
    }
}
