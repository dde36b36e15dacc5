package cn.gdpilot.platform.web;

import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API ({@code /v3/api-docs}). */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** Names the server by the settings: a caller may forge the Host header, and others would send their passwords there. */
    @Bean
    ServerBaseUrlCustomizer serverAddress(@Value("${pilot.public-address}") String publicAddress) {
        return (asCalled, request) -> publicAddress;
    }
}
