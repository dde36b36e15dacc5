package cn.gdpilot.platform.engine;

import cn.gdpilot.platform.engine.identity.EngineIdentityFilter;
import cn.gdpilot.platform.engine.identity.SignedInOfficer;
import cn.gdpilot.platform.security.SessionWatch;
import cn.gdpilot.platform.security.WebSecurity;
import cn.gdpilot.platform.web.PasswordPrompt;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Camunda's own addresses learn from Spring Security who is signed in. */
@Configuration(proxyBeanMethods = false)
class EngineWeb {

    /** Camunda's REST API: HTTP Basic, three groups, engine authorizations, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(
            HttpSecurity http,
            IdentityService identity,
            SessionWatch watch,
            @Value("${pilot.engine.rest-api}") boolean open)
            throws Exception {
        http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(new PasswordPrompt()))
                .addFilterBefore(watch, AuthorizationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class);
        if (open) {
            http.authorizeHttpRequests(requests -> requests.anyRequest().hasAnyAuthority(WebSecurity.RUNNERS));
        } else {
            http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll());
        }
        return http.build();
    }

    /** One sign-in: Camunda's pages learn from Spring Security who it is. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> camundaSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, SignedInOfficer.class.getName()));
        filter.addUrlPatterns("/camunda/api/*", "/camunda/app/*");
        filter.setOrder(201);
        return filter;
    }
}
