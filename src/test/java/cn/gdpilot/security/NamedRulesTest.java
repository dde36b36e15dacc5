package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.journey.Journey;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcherEntry;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** No page is open because nobody thought of it: a new one must be named by a rule, or it is everybody's who signs in. */
class NamedRulesTest extends Journey {

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private FilterChainProxy chains;

    @Autowired
    private ServletContext servletContext;

    @Test
    @DisplayName("every address of Spring's, ours and libraries' → named by a rule")
    void named() {
        List<HttpServletRequest> requests = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(this::requests)
                .toList();

        assertThat(requests).hasSizeGreaterThan(100);
        assertThat(requests.stream().filter(this::isLeftToTheLastRule).map(NamedRulesTest::line))
                .isEmpty();
    }

    @Test
    @DisplayName("address that no rule names → seen as left to the last rule")
    void unnamed() {
        assertThat(isLeftToTheLastRule(request("GET", "/no-such-page"))).isTrue();
    }

    /** One for each method and pattern; an address that takes any method is asked by two. */
    private Stream<HttpServletRequest> requests(RequestMappingInfo mapping) {
        Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
        Set<RequestMethod> methods = named.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : named;
        return mapping.getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^}]*}|\\*+", "0"))
                .flatMap(path -> methods.stream().map(method -> request(method.name(), path)));
    }

    private HttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(servletContext, method, path);
        request.setServletPath(path);
        request.setHttpServletMapping(new MockHttpServletMapping("", "/", "dispatcherServlet", MappingMatch.DEFAULT));
        return request;
    }

    /** True if the rule that decides says only that somebody must have signed in, or less, about any address left. */
    private boolean isLeftToTheLastRule(HttpServletRequest request) {
        Object manager = chains.getFilterChains().stream()
                .filter(chain -> chain.matches(request))
                .findFirst()
                .orElseThrow()
                .getFilters()
                .stream()
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .map(filter -> unwrapped(filter.getAuthorizationManager()))
                .findFirst()
                .orElseThrow();
        List<?> rules = (List<?>) ReflectionTestUtils.getField(manager, "mappings");
        RequestMatcherEntry<?> deciding = rules.stream()
                .map(rule -> (RequestMatcherEntry<?>) rule)
                .filter(rule -> rule.getRequestMatcher().matches(request))
                .findFirst()
                .orElseThrow();
        boolean anyAddress = deciding.getRequestMatcher() instanceof AnyRequestMatcher;
        return anyAddress && deciding.getEntry().getClass().getSimpleName().equals("AuthenticatedAuthorizationManager");
    }

    /** Spring wraps it to measure it. */
    private static Object unwrapped(Object manager) {
        Object inner = manager;
        while (!(inner instanceof RequestMatcherDelegatingAuthorizationManager)) {
            assertThat(ReflectionUtils.findField(inner.getClass(), "delegate"))
                    .as(inner.getClass().getName())
                    .isNotNull();
            inner = ReflectionTestUtils.getField(inner, "delegate");
        }
        return inner;
    }

    private static String line(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }
}
