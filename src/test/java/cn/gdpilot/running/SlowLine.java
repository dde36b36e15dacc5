package cn.gdpilot.running;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds a file back as a slow line does; none unless a test says so. */
public class SlowLine extends OncePerRequestFilter implements Ordered {

    private volatile String ending = "";
    private volatile Duration delay = Duration.ZERO;

    /** From now on addresses that end so are answered so much later. */
    public void holdBack(String ending, Duration delay) {
        this.ending = ending;
        this.delay = delay;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (delay.isZero() || !request.getRequestURI().endsWith(ending)) {
            chain.doFilter(request, response);
            return;
        }
        AsyncContext waiting = request.startAsync();
        waiting.setTimeout(0);
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(waiting::dispatch);
    }
}
