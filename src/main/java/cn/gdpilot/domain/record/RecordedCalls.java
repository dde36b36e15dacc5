package cn.gdpilot.domain.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps what {@link Recorded} asks for: reads, exports and their refusals. */
@Configuration
class RecordedCalls implements WebMvcConfigurer, HandlerInterceptor {

    private final RecordBook book;

    RecordedCalls(RecordBook book) {
        this.book = book;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        Recorded recorded = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Recorded.class) : null;
        if (recorded == null || isGoingOn(request)) {
            return;
        }
        boolean refused = response.getStatus() == HttpStatus.FORBIDDEN.value()
                || response.getStatus() == HttpStatus.NOT_FOUND.value();
        if (!refused && response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            return;
        }
        Principal person = request.getUserPrincipal();
        book.writeAtOnce(RecordEvent.of(
                new Actor(person == null ? "unknown" : person.getName(), null),
                refused ? "read.refused" : recorded.value(),
                request.getRequestURI(),
                null));
    }

    /** A later piece of a file of which the first was recorded. */
    private static boolean isGoingOn(HttpServletRequest request) {
        String range = request.getHeader(HttpHeaders.RANGE);
        return range != null && !range.startsWith("bytes=0-");
    }
}
