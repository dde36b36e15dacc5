/** Errors, forms that outlive their session, the start page: what all pages share. */
package cn.gdpilot.platform.web;
