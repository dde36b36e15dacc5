package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.limit.LimitSettings;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.text.Limit;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.web.NoFormFiles;
import cn.gdpilot.platform.web.RefusedPage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Forms for files that one person sends at once to this node: the server writes their files to the disk before any controller
 * could count them.
 */
@Component
class FormFilesAtOnce extends OncePerRequestFilter {

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final LimitRefusals limits;
    private final int most;

    FormFilesAtOnce(LimitSettings settings, LimitRefusals limits) {
        this.limits = limits;
        this.most = settings.uploads();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (most == 0 || person == null || !NoFormFiles.areIn(request)) {
            chain.doFilter(request, response);
            return;
        }
        String name = person.getName();
        int now = open.merge(name, 1, Integer::sum);
        try {
            if (now > most) {
                Refusal refusal = Refusal.conflict("upload.many", now - 1, most).because(Limit.UPLOADS);
                limits.note(refusal, new Actor(name, null), null);
                RefusedPage.show(refusal, request, response);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            open.computeIfPresent(name, (who, count) -> count == 1 ? null : count - 1);
        }
    }

    /** It has its place inside of the pages' chain and nowhere else. */
    @Component
    static class Placement {
        @Bean
        FilterRegistrationBean<FormFilesAtOnce> formFilesAtOncePlacement(FormFilesAtOnce filter) {
            FilterRegistrationBean<FormFilesAtOnce> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
