/** The web server below our pages: which proxies it believes, and what it says by itself. */
package cn.gdpilot.platform.web.server;
