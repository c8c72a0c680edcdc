// One small app host, the identity it runs as, and the bot's registration. No secret anywhere.

@description('Start of every name; at least three letters or digits.')
@minLength(3)
@maxLength(20)
param resourceBaseName string

@description('Client id of the Entra app the tab signs people in with.')
param tabAppId string

@description('Id of the Teams app, for links that open in Teams.')
param teamsAppId string

@description('Host and path of the SharePoint site that holds the lists, for example trust.sharepoint.com and /sites/improvement.')
param siteHost string
param sitePath string

@description('Mailbox on whose calendar the meetings are organised.')
param organiser string

@description('How many Microsoft 365 licences the tenant has, staff and pupils together: SharePoint lets larger tenants be asked for more.')
param tenantLicences string

@description('B1 is enough for a trust of fifty schools.')
param appServiceSku string = 'B1'

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${resourceBaseName}-plan'
  location: location
  kind: 'linux'
  sku: { name: appServiceSku }
  properties: { reserved: true }
}

resource host 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|20-lts'
      appCommandLine: 'node main.mjs'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/healthz'
      appSettings: [
        { name: 'NODE_ENV', value: 'production' }
        { name: 'BOT_TYPE', value: 'UserAssignedMSI' }
        { name: 'BOT_ID', value: identity.properties.clientId }
        { name: 'BOT_TENANT_ID', value: identity.properties.tenantId }
        { name: 'BOT_ENDPOINT', value: 'https://${resourceBaseName}.azurewebsites.net' }
        { name: 'AAD_APP_CLIENT_ID', value: tabAppId }
        { name: 'TEAMS_APP_ID', value: teamsAppId }
        { name: 'SITE_HOST', value: siteHost }
        { name: 'SITE_PATH', value: sitePath }
        { name: 'ORGANISER', value: organiser }
        { name: 'TENANT_LICENCES', value: tenantLicences }
        // /home outlives restarts and deployments on Linux hosts that run code: what was being sent is known after a crash.
        { name: 'JOURNAL_DIR', value: '/home/data/journal' }
      ]
    }
  }
}

module bot 'botRegistration/azurebot.bicep' = {
  name: 'bot-registration'
  params: {
    resourceBaseName: resourceBaseName
    identityResourceId: identity.id
    identityClientId: identity.properties.clientId
    identityTenantId: identity.properties.tenantId
    botAppDomain: host.properties.defaultHostName
  }
}

// Written back to env/.env.<name> by the toolkit.
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = host.id
output BOT_ID string = identity.properties.clientId
output BOT_IDENTITY_OBJECT_ID string = identity.properties.principalId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_DOMAIN string = host.properties.defaultHostName
output BOT_ENDPOINT string = 'https://${host.properties.defaultHostName}'
output TAB_DOMAIN string = host.properties.defaultHostName
output TAB_ENDPOINT string = 'https://${host.properties.defaultHostName}'
