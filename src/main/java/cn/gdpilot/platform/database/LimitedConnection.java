package cn.gdpilot.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * A pool's connection on loan. Each wait for an answer is limited by what its request has left, and uses it up; a thread that
 * answers no request, or has begun its answer, has the limit of work. Each answer shows that the database is there.
 */
final class LimitedConnection implements InvocationHandler {

    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private final Object real;
    private final Connection connection;
    /** The loan that a statement belongs to; null for the loan itself. */
    private final Connection owner;

    private final DatabasePresence presence;
    private final Duration work;

    private LimitedConnection(
            Object real, Connection connection, Connection owner, DatabasePresence presence, Duration work) {
        this.real = real;
        this.connection = connection;
        this.owner = owner;
        this.presence = presence;
        this.work = work;
    }

    /** @param work limit of an answer where no person waits; zero = none */
    static Connection of(Connection connection, DatabasePresence presence, Duration work) {
        return proxy(Connection.class, new LimitedConnection(connection, connection, null, presence, work));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.equals("equals")) {
            return proxy == arguments[0];
        }
        if (name.equals("getConnection") && real instanceof Statement) {
            // Spring releases a streamed result's connection by it, and would close one that it does not know.
            return owner;
        }
        boolean end = real == connection && ENDS.contains(name);
        if (end || real != connection && name.startsWith("execute")) {
            return waited(method, arguments, end);
        }
        Object result = called(method, arguments);
        // A statement of the pool's connection waits, too; any other object is handed out as it is.
        return real == connection
                        && result instanceof Statement statement
                        && Statement.class.isAssignableFrom(method.getReturnType())
                ? proxy(
                        method.getReturnType(),
                        new LimitedConnection(statement, connection, (Connection) proxy, presence, work))
                : result;
    }

    private Object waited(Method method, Object[] arguments, boolean end) throws Throwable {
        RequestTime time = RequestThread.time();
        limit(time == null ? Math.toIntExact(work.toMillis()) : end ? time.leftForTheEnd() : time.left());
        long begun = System.nanoTime();
        try {
            Object result = called(method, arguments);
            presence.answered();
            return result;
        } catch (SQLException failure) {
            if (!DatabaseFailure.isOne(failure)) {
                presence.answered();
            }
            throw failure;
        } finally {
            if (time != null) {
                time.waited(Duration.ofNanos(System.nanoTime() - begun));
            }
        }
    }

    private void limit(int millis) throws SQLException {
        if (!connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, millis);
        }
    }

    private Object called(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(LimitedConnection.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
