package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the REST API act as the person who signed in, under the engine's authorizations, for this request only. */
public class EngineIdentityFilter extends OncePerRequestFilter {

    private final IdentityService identity;

    public EngineIdentityFilter(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Person person = Person.of(SecurityContextHolder.getContext().getAuthentication());
        identity.setAuthentication(person.username(), List.copyOf(person.groups()));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
