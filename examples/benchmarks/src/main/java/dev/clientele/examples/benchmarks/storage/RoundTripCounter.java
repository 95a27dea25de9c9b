package dev.clientele.examples.benchmarks.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The counter of what a driver sends a server and waits for: statements, batches of them, commits and rollbacks. */
public final class RoundTripCounter {

    private final AtomicInteger count = new AtomicInteger();

    /** Returns how many there were since this was last asked. */
    public int take() {
        return count.getAndSet(0);
    }

    /** Returns the source, its connections counted. */
    public DataSource counting(DataSource source) {
        return counting(DataSource.class, source);
    }

    private <T> T counting(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (name.startsWith("execute") || name.equals("commit") || name.equals("rollback")) {
                        count.incrementAndGet();
                    }
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof SQLException failure ? failure : e;
                    }
                    if (result instanceof PreparedStatement) {
                        return counting(PreparedStatement.class, result);
                    } else if (result instanceof Statement && name.equals("createStatement")) {
                        return counting(Statement.class, result);
                    }
                    return result instanceof Connection ? counting(Connection.class, result) : result;
                }));
    }
}
