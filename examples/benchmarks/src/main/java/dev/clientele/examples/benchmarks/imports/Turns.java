package dev.clientele.examples.benchmarks.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The order in which contenders do a piece of their work each, one at a time. Thread-safe. */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Turn> waiting = new ArrayDeque<>();

    /** Returns the next contender's place; all have to be taken before anybody begins. */
    Turn join() {
        Turn turn = new Turn();
        waiting.add(turn);
        return turn;
    }

    /** A contender's place, and the time that it has worked. */
    final class Turn {

        private long workedNanos;
        private long began;

        /** Waits for the first turn. */
        void begin() {
            lock.lock();
            try {
                await();
            } finally {
                lock.unlock();
            }
        }

        /** Ends a piece: lets all others do one. */
        void pass() {
            lock.lock();
            try {
                workedNanos += System.nanoTime() - began;
                waiting.add(waiting.remove());
                moved.signalAll();
                await();
            } finally {
                lock.unlock();
            }
        }

        /** Ends the work. */
        void end() {
            lock.lock();
            try {
                workedNanos += System.nanoTime() - began;
                waiting.remove(this);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** Returns how long it has worked. */
        double seconds() {
            return workedNanos / 1e9;
        }

        private void await() {
            while (waiting.peek() != this) {
                moved.awaitUninterruptibly();
            }
            began = System.nanoTime();
        }
    }
}
